package org.samklima.portal.files;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.samklima.portal.problem.Problem;

/**
 * A picture written anew: upright, not larger than a screen shows, and without what the camera added, as the place where it was
 * taken. Of a moving picture the first one stays.
 *
 * @param kind JPEG, or PNG where that was a PNG or GIF and is small, or where something shows through
 * @param preview the same small, for lists
 */
record Picture(byte[] content, ContentKind kind, int width, int height, byte[] preview) {

    /** The longer side at most, in pixels. */
    static final int LARGEST_SIDE = 2_000;

    static final int PREVIEW_SIDE = 640;

    /** What the best phones take; a larger one is not even unpacked. */
    static final int MOST_PIXELS = 51_000_000;

    private static final int LARGEST_PNG = 2 * 1024 * 1024;

    /** However many arrive at once: unpacked they are large. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /** @throws Problem if it cannot be read, or has too many pixels */
    static Picture of(byte[] content, ContentKind kind, String name) {
        AT_ONCE.acquireUninterruptibly();
        try {
            var image = read(content, kind, name);
            return written(image, kind);
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage read(byte[] content, ContentKind kind, String name) {
        var reader = reader(kind);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw Problem.invalid("files.picture-too-many-pixels", name, MOST_PIXELS / 1_000_000);
            }
            var reading = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.max(width, height) / (2 * LARGEST_SIDE));
            reading.setSourceSubsampling(step, step, 0, 0);
            return upright(reader.read(0, reading), Orientation.of(content, kind));
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Problem problem) {
                throw problem;
            }
            throw Problem.invalid("files.picture-broken", name);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(ContentKind kind) {
        if (kind == ContentKind.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        return ImageIO.getImageReadersByFormatName(kind.name()).next();
    }

    /** In the colours that every screen knows. */
    private static BufferedImage upright(BufferedImage taken, int orientation) {
        boolean sideways = Orientation.isSideways(orientation);
        var upright = new BufferedImage(
                sideways ? taken.getHeight() : taken.getWidth(),
                sideways ? taken.getWidth() : taken.getHeight(),
                taken.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var drawing = upright.createGraphics();
        drawing.drawImage(taken, Orientation.upright(orientation, taken.getWidth(), taken.getHeight()), null);
        drawing.dispose();
        return upright;
    }

    private static Picture written(BufferedImage image, ContentKind from) {
        var shown = atMost(image, LARGEST_SIDE);
        var small = atMost(shown, PREVIEW_SIDE);
        boolean seeThrough = image.getColorModel().hasAlpha();
        if (seeThrough || from == ContentKind.PNG || from == ContentKind.GIF) {
            var png = png(shown);
            if (seeThrough || png.length <= LARGEST_PNG) {
                return new Picture(png, ContentKind.PNG, shown.getWidth(), shown.getHeight(), png(small));
            }
        }
        return new Picture(jpeg(shown), ContentKind.JPEG, shown.getWidth(), shown.getHeight(), jpeg(small));
    }

    /** By halves, so that every pixel counts. */
    private static BufferedImage atMost(BufferedImage image, int side) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        if (longer <= side) {
            return image;
        }
        int next = Math.max(side, (longer + 1) / 2);
        return atMost(scaled(image, (double) next / longer), side);
    }

    private static BufferedImage scaled(BufferedImage image, double by) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * by));
        int height = Math.max(1, (int) Math.round(image.getHeight() * by));
        var scaled = new BufferedImage(width, height, image.getType());
        Graphics2D drawing = scaled.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(image, 0, 0, width, height, null);
        drawing.dispose();
        return scaled;
    }

    private static byte[] png(BufferedImage image) {
        return written(image, ContentKind.PNG, 0);
    }

    private static byte[] jpeg(BufferedImage image) {
        return written(image, ContentKind.JPEG, 0.85f);
    }

    private static byte[] written(BufferedImage image, ContentKind kind, float quality) {
        var writer = ImageIO.getImageWritersByFormatName(kind.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var writing = writer.getDefaultWriteParam();
            if (quality > 0) {
                writing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                writing.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(image, null, null), writing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
