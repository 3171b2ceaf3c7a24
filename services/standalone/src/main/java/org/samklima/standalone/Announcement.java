package org.samklima.standalone;

import org.samklima.standalone.demo.DemoPeople;

/** What is said when everything is ready: where it is, and who can sign in. */
record Announcement(Settings settings, String administratorPassword) {

    String text() {
        var text = new StringBuilder("""

                  Public overview   %s
                  Portal            %s
                  API of the portal %s/swagger-ui.html
                  Caught mail       %s
                  Keycloak          http://localhost:%d  (%s / %s)
                """.formatted(
                        settings.overview(),
                        settings.portal(),
                        settings.portal(),
                        settings.mail(),
                        settings.keycloakPort(),
                        Launch.ADMINISTRATOR,
                        administratorPassword));
        if (settings.demonstration()) {
            text.append("\n  Sign in to the portal as one of these, with the password ")
                    .append(DemoPeople.PASSWORD)
                    .append("\n\n");
            DemoPeople.introduced()
                    .forEach(person -> text.append("    %-32s %s%n".formatted(person.email(), person.is())));
        }
        return text.append("\n  Ctrl-C stops everything; what you did stays for the next start.\n\n")
                .toString();
    }
}
