package org.samklima.portal.attacks;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.samklima.portal.SignedInBrowser;
import org.springframework.context.ApplicationContext;

/** Sends what no well-behaved client would. */
final class RawHttp {

    private final int port;

    RawHttp(ApplicationContext portal) {
        var address = SignedInBrowser.addressOf(portal);
        this.port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** @param lines of the head, as they are; the end of the head and of the connection are added */
    String send(String... lines) throws IOException {
        return sendAsItIs(String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    /** All that is answered until the connection ends. */
    String sendAsItIs(String request) throws IOException {
        try (var connection = new Socket("127.0.0.1", port)) {
            connection.setSoTimeout(10_000);
            connection.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
