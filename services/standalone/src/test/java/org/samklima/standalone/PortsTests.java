package org.samklima.standalone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void a_taken_port_is_named_together_with_the_property_that_changes_it() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = Map.of("portal.port", other.getLocalPort());

            assertThatThrownBy(() -> Ports.requireFree(ports))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Port %d is taken by another program. Stop it, or choose another port with -Dportal.port=…"
                                    .formatted(other.getLocalPort()));
        }
    }

    @Test
    void the_same_port_twice_is_a_mistake_even_if_it_is_free() throws IOException {
        var free = freePort();

        assertThatThrownBy(() -> Ports.requireFree(Map.of("portal.port", free, "mail.port", free)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("-Dportal.port", "-Dmail.port", String.valueOf(free));
    }

    @Test
    void free_ports_are_fine() throws IOException {
        var ports = Map.of("portal.port", freePort());

        assertThatCode(() -> Ports.requireFree(ports)).doesNotThrowAnyException();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
