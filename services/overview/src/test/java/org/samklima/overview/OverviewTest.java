package org.samklima.overview;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.samklima.overview.invented.InventedShelf;
import org.samklima.schema.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a port of its own, connected as role {@code overview} to a real PostgreSQL. The
 * shelf holds an invented network; the application looks at it once, and then only when a test tells it to.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "samklima.overview.look-every=1d")
@ContextConfiguration(initializers = OverviewTest.Database.class)
public @interface OverviewTest {

    /** Points the application at the tests' database. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            InventedShelf.fill();
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.shared().url(),
                            "spring.datasource.password=overview")
                    .applyTo(context);
        }
    }
}
