package org.samklima.keycloak;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A telephone that shows one-time codes (RFC 6238: SHA-1, six digits, 30 seconds). */
final class OneTimeCodes {

    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final int SECONDS = 30;

    private final byte[] secret;

    private OneTimeCodes(byte[] secret) {
        this.secret = secret;
    }

    /** @throws IllegalStateException if the page is not the one that shows the secret */
    static OneTimeCodes setUpOn(String page) {
        var shown = SECRET.matcher(page);
        if (!shown.find()) {
            throw new IllegalStateException("No secret on\n" + page);
        }
        return new OneTimeCodes(shown.group(1).getBytes(StandardCharsets.UTF_8));
    }

    /** @param later which of the codes: 0 that of now, 1 the next, which is accepted already. Each works once. */
    String code(int later) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        var moment = System.currentTimeMillis() / 1000 / SECONDS + later;
        var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(moment).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format("%06d", number % 1_000_000);
    }
}
