package org.samklima.portal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that a piece of work sends to the database, whether by Hibernate or by JDBC:
 *
 * <pre>{@code
 * assertThat(QueryCount.of(() -> mvc.perform(get("/{tenant}/members", slug)))).isEqualTo(before);
 * }</pre>
 *
 * Only those of the thread that does it count, so that jobs and listeners do not disturb.
 */
@TestComponent
public class QueryCount implements BeanPostProcessor {

    private static final Set<String> STATEMENTS = Set.of("createStatement", "prepareStatement", "prepareCall");

    private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

    /** How many statements the work sends. */
    public static int of(Callable<?> work) throws Exception {
        var before = COUNT.get()[0];
        work.call();
        return COUNT.get()[0] - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new Counting(dataSource) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    QueryCount.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (STATEMENTS.contains(method.getName())) {
                            COUNT.get()[0]++;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
