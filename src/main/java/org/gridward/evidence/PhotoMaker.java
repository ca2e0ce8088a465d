package org.gridward.evidence;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * Makes a photo anew from what was sent, or says why it is none. The first bytes must be those of a JPEG or PNG, the header
 * is read before any pixel, and only then are the pixels decoded, thinned while they are read, and written as a new JPEG: of
 * the file that came not one byte is kept.
 */
final class PhotoMaker {

    static final int BYTES_MOST = 12 * 1024 * 1024;
    static final long PIXELS_MOST = 40_000_000L;
    private static final int SIDE_MOST = 2_048;
    private static final int SIDE_LEAST = 8;
    private static final float QUALITY = 0.82f;

    /** Warnings of the reader that mean a hole in the picture; it has others, about harmless oddities of cameras. */
    private static final Pattern CUT = Pattern.compile("(?i)premature|truncated|corrupt|unexpected end");

    /** Decoding takes memory: two at a time. */
    private final Semaphore turns = new Semaphore(2);

    /** @throws Problem 422 {@code photo-not-acceptable} saying what is wrong, 413 when it is larger than 12 MiB */
    Picture make(byte[] sent) {
        if (sent.length > BYTES_MOST) {
            throw Problem.tooLarge(
                            "photo-too-large",
                            "The photo has " + sent.length + " bytes; send at most " + BYTES_MOST + ".")
                    .saying("megabytes", BYTES_MOST / 1_048_576);
        }
        String format = format(sent);
        byte[] read = format.equals("png") ? PngChunks.withoutPacked(sent) : sent;
        turns.acquireUninterruptibly();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(read))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
            try {
                return make(read, reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Problem problem ? problem : damaged(format, broken);
        } finally {
            turns.release();
        }
    }

    private static Picture make(byte[] sent, ImageReader reader, ImageInputStream in) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (CUT.matcher(warning).find()) {
                warnings.add(warning);
            }
        });
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > PIXELS_MOST) {
            throw refuse("has " + width + " by " + height + " pixels; send at most 40 million");
        }
        if (Math.min(width, height) < SIDE_LEAST) {
            throw refuse("has " + width + " by " + height + " pixels; that shows nothing");
        }
        int step = Math.max(1, Math.max(width, height) / SIDE_MOST);
        ImageReadParam thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(step, step, 0, 0);
        BufferedImage pixels = reader.read(0, thinned);
        if (!warnings.isEmpty()) {
            throw refuse("is damaged or cut short (" + warnings.get(0) + "); send the whole file");
        }
        Metadata metadata = metadata(sent);
        BufferedImage upright = upright(pixels, orientation(metadata));
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        boolean somewhere = place != null && !place.isZero();
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        return new Picture(
                jpeg(upright),
                upright.getWidth(),
                upright.getHeight(),
                exif == null ? null : plain(exif.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL)),
                somewhere ? place.getLongitude() : null,
                somewhere ? place.getLatitude() : null);
    }

    private static String format(byte[] sent) {
        if (starts(sent, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        if (starts(sent, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return "png";
        }
        throw refuse(sent.length == 0 ? "is empty" : "is neither a JPEG nor a PNG, whatever its name says");
    }

    private static boolean starts(byte[] sent, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= sent.length || (sent[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Metadata metadata(byte[] sent) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(sent));
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return new Metadata();
        }
    }

    private static int orientation(Metadata metadata) {
        ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer value = first == null ? null : first.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return value == null || value < 1 || value > 8 ? 1 : value;
    }

    /** Turned as the camera was held, on white where it was transparent, no side longer than 2048 pixels. */
    private static BufferedImage upright(BufferedImage pixels, int orientation) {
        double scale = Math.min(1, (double) SIDE_MOST / Math.max(pixels.getWidth(), pixels.getHeight()));
        int width = Math.max(1, (int) Math.round(pixels.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(pixels.getHeight() * scale));
        boolean turned = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = upright.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(turn(orientation, width, height));
        pen.drawImage(pixels, 0, 0, width, height, null);
        pen.dispose();
        return upright;
    }

    /** The eight ways of EXIF: from the pixels as stored to the picture as seen. */
    private static AffineTransform turn(int orientation, int width, int height) {
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

    private static byte[] jpeg(BufferedImage image) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String plain(String text) {
        return text == null || !text.matches("[0-9: -]{1,40}") ? null : text;
    }

    private static Problem damaged(String format, Exception broken) {
        String why = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
        return refuse("begins like a " + format + " and cannot be read as one (" + why.replaceAll("\\p{Cntrl}", " ")
                + "); send the whole file as the camera made it");
    }

    private static Problem refuse(String why) {
        return Problem.unprocessable("photo-not-acceptable", "The photo " + why + ".")
                .with("", Fault.UNREADABLE, why);
    }
}
