package org.samklima.portal.operator;

import java.util.Map;
import org.samklima.portal.tenancy.TenantKind;

/** Gives codes back the leading zeros that spreadsheets take from them, where we know how long a country's codes are. */
final class OfficialCodes {

    private static final Map<String, Integer> LENGTHS = Map.of(
            "SE " + TenantKind.MUNICIPALITY, 4,
            "SE " + TenantKind.REGION, 2,
            "DK " + TenantKind.MUNICIPALITY, 3,
            "DE " + TenantKind.MUNICIPALITY, 8);

    private OfficialCodes() {}

    static String whole(String code, String country, TenantKind kind) {
        var length = LENGTHS.getOrDefault(country + " " + kind, 0);
        return code.matches("\\d+") && code.length() < length ? "0".repeat(length - code.length()) + code : code;
    }
}
