package org.samklima.portal.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as the server or the trusted proxy before it says. */
final class ClientAddress {

    /** One household or office has at least so much of an IPv6 address for itself, and may change the rest with each request. */
    private static final int BYTES_OF_A_NETWORK = 8;

    private static final int LONGEST = 64;

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        var written = request.getRemoteAddr();
        try {
            return InetAddress.ofLiteral(written) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), BYTES_OF_A_NETWORK))
                    : written;
        } catch (IllegalArgumentException | NullPointerException unusual) {
            var text = String.valueOf(written);
            return text.substring(0, Math.min(text.length(), LONGEST));
        }
    }
}
