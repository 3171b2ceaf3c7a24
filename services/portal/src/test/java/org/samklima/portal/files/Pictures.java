package org.samklima.portal.files;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests, as cameras and programs make them. */
public final class Pictures {

    /** Where the invented camera says it was: nothing of it may ever be served. */
    static final String PLACE = "57 deg 42 min N";

    private Pictures() {}

    /** A photo with sky above and grass below, and a red mark in its upper left corner. */
    public static byte[] photo(int width, int height) {
        return written(image(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static BufferedImage image(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var drawing = image.createGraphics();
        drawing.setPaint(new GradientPaint(0, 0, new Color(0x9cc7e8), 0, height, new Color(0x5f8f4e)));
        drawing.fillRect(0, 0, width, height);
        drawing.setPaint(Color.RED);
        drawing.fillRect(0, 0, width / 4, height / 4);
        drawing.dispose();
        return image;
    }

    static byte[] written(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same with what a camera adds: how it was held, and where. */
    static byte[] asTaken(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(64);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put(PLACE.getBytes(StandardCharsets.ISO_8859_1));
        var with = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        with.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.capacity() + 2));
        with.put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return with.array();
    }

    /** A header that promises so many pixels, with nothing behind it. */
    static byte[] hugePng(int width, int height) {
        var png = written(image(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }
}
