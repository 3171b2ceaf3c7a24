package org.samklima.portal.tenancy;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids in the order of their making (UUID version 7, RFC 9562), so that indexes grow at their end. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long high = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
