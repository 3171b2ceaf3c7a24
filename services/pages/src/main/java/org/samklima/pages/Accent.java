package org.samklima.pages;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A network's colour and the shades that keep it readable. Contrast is that of WCAG 2.2 (relative luminance); text in the
 * network's colour and text on it always reach {@value #READABLE}:1.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
record Accent(int red, int green, int blue) {

    static final double READABLE = 4.5;

    private static final Accent WHITE = new Accent(255, 255, 255);
    private static final Accent INK = new Accent(0x17, 0x21, 0x1f);
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{6}");
    private static final double TINT = 0.08;
    private static final double STEP = 0.04;

    /**
     * @param hex six hexadecimal digits, without a sign before them
     * @throws IllegalArgumentException if it is anything else
     */
    static Accent of(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not six hexadecimal digits: '" + hex + "'");
        }
        int rgb = Integer.parseInt(hex, 16);
        return new Accent(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** What to write in on a surface of this colour: white where it can be read, dark otherwise. */
    Accent on() {
        return contrast(WHITE) >= READABLE ? WHITE : new Accent(0, 0, 0);
    }

    /** A breath of this colour, as a background for dark text. */
    Accent soft() {
        return WHITE.mixed(this, TINT);
    }

    /** This colour, darkened until it can be read on white and on its own soft background. */
    Accent ink() {
        var soft = soft();
        var ink = this;
        for (double share = 0; ink.contrast(soft) < READABLE; share += STEP) {
            ink = mixed(INK, share);
        }
        return ink;
    }

    double contrast(Accent other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private Accent mixed(Accent other, double share) {
        return new Accent(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * Math.min(share, 1));
    }

    /** As style sheets write it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
