package org.samklima.standalone.images;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationRunTests {

    @ParameterizedTest
    @ValueSource(strings = {"https://portal.samklima.localhost:8443", "http://localhost:8081"})
    void the_demonstration_is_made_where_only_this_machine_sees_it(String portal) {
        assertThatCode(() -> DemonstrationRun.mustStayHere(URI.create(portal))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://portal.samklima.example.org", "https://localhost.example.org", "https://notlocalhost"})
    void accounts_with_public_passwords_are_not_made_where_people_work(String portal) {
        assertThatIllegalStateException()
                .isThrownBy(() -> DemonstrationRun.mustStayHere(URI.create(portal)))
                .withMessageStartingWith("Nothing was done");
    }
}
