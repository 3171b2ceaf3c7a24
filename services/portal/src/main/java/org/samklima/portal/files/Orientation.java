package org.samklima.portal.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a picture has to be turned to be seen upright, as the camera noted it: Exif tag 0x0112, 1 to 8. It has to be read before
 * the note is thrown away with everything else that the camera wrote.
 */
final class Orientation {

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int UPRIGHT = 1;

    private Orientation() {}

    /** 1, upright, where nothing is noted. */
    static int of(byte[] content, ContentKind kind) {
        try {
            return switch (kind) {
                case JPEG -> ofJpeg(ByteBuffer.wrap(content));
                case WEBP -> ofWebp(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
                default -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException noted) {
            return UPRIGHT;
        }
    }

    /** Segments of a marker and a length, up to the picture itself. */
    private static int ofJpeg(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.get(at) & 0xff) == 0xff) {
            int marker = jpeg.get(at + 1) & 0xff;
            int length = jpeg.getShort(at + 2) & 0xffff;
            if (marker == 0xda) {
                break;
            }
            if (marker == 0xe1 && isExif(jpeg, at + 4)) {
                return ofTiff(jpeg, at + 10);
            }
            at += 2 + Math.max(length, 2);
        }
        return UPRIGHT;
    }

    /** Chunks of a name and a length, filled up to an even one. */
    private static int ofWebp(ByteBuffer webp) {
        int at = 12;
        while (at + 8 <= webp.capacity()) {
            int length = webp.getInt(at + 4);
            if (text(webp, at, 4).equals("EXIF")) {
                return ofTiff(webp, isExif(webp, at + 8) ? at + 14 : at + 8);
            }
            if (length < 0) {
                break;
            }
            at += 8 + length + (length & 1);
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer content, int at) {
        return text(content, at, 6).equals("Exif\0\0");
    }

    private static String text(ByteBuffer content, int at, int length) {
        var bytes = new byte[length];
        content.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int ofTiff(ByteBuffer content, int start) {
        var tiff = content.slice(start, content.capacity() - start)
                .order(content.get(start) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int index = 0; index < entries; index++) {
            int entry = directory + 2 + 12 * index;
            if ((tiff.getShort(entry) & 0xffff) == TAG && tiff.getShort(entry + 2) == SHORT) {
                int noted = tiff.getShort(entry + 8);
                return noted >= 1 && noted <= 8 ? noted : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    static boolean isSideways(int orientation) {
        return orientation >= 5;
    }

    /** From the picture as it was taken to the upright one; {@code width} and {@code height} are those as it was taken. */
    static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
