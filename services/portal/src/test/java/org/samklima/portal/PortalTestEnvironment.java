package org.samklima.portal;

import org.samklima.schema.TestDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the portal at the tests' own database, and at an identity provider of which only the keys are there. */
class PortalTestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabase.shared().url(),
                        "spring.datasource.password=portal",
                        "samklima.demonstration=true",
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + TestMail.port(),
                        "samklima.identity.issuer=" + TestTokens.issuer(),
                        "samklima.identity.portal-secret=none",
                        "samklima.identity.admin-secret=none",
                        // Every test comes from one address, and some try every route as one person.
                        "samklima.limits.anonymous=1000000",
                        "samklima.limits.person=1000000",
                        "samklima.limits.tenant=1000000",
                        "samklima.limits.patience=1s")
                .applyTo(context);
    }
}
