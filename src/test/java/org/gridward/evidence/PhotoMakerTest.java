package org.gridward.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoMakerTest {

    private final PhotoMaker maker = new PhotoMaker();

    private void refused(byte[] sent, String why) {
        assertThatThrownBy(() -> maker.make(sent)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.slug()).isEqualTo("photo-not-acceptable");
            assertThat(problem.detail()).contains(why);
        });
    }

    @Test
    void ofAPhotoWithExifTheTagsAreKeptApartAndTheFileHasNone() throws Exception {
        Picture made = maker.make(TestPhotos.withExif(400, 300, 1));

        assertThat(made.takenAt()).isEqualTo("2026:03:01 09:30:00");
        assertThat(made.lat()).isCloseTo(30.025, within(1e-6));
        assertThat(made.lon()).isCloseTo(122.105, within(1e-6));
        for (Directory directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(made.jpeg()))
                .getDirectories()) {
            assertThat(directory).isNotInstanceOf(ExifDirectoryBase.class);
        }
        assertThat(new String(made.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2026:03:01");
    }

    @ParameterizedTest
    @CsvSource({"1,400,300,true", "2,400,300,false", "3,400,300,false", "6,300,400,top", "8,300,400,bottom"})
    void aPhotoStandsAsTheCameraWasHeld(int orientation, int width, int height, String red) throws Exception {
        Picture made = maker.make(TestPhotos.withExif(400, 300, orientation));
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(made.jpeg()));

        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        int x = red.equals("true") ? 20 : red.equals("false") ? width - 20 : width / 2;
        int y = red.equals("top") ? 20 : red.equals("bottom") ? height - 20 : height / 2;
        assertThat(seen.getRGB(x, y) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(seen.getRGB(x, y) & 0xFF).isLessThan(80);
    }

    @Test
    void aLargePhotoIsMadeSmaller() {
        Picture made = maker.make(TestPhotos.plain("jpg", 6_000, 3_000));
        assertThat(Math.max(made.width(), made.height())).isBetween(1_000, 2_048);
        assertThat(made.width()).isCloseTo(2 * made.height(), within(2));
    }

    @Test
    void aPngBecomesAJpeg() {
        assertThat(maker.make(TestPhotos.plain("png", 40, 30)).jpeg()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void aFloodOfPixelsIsRefusedByItsHeaderAlone() {
        refused(TestPhotos.pngClaiming(50_000, 50_000), "50000 by 50000");
        refused(TestPhotos.pngClaiming(40_000_001, 1), "40000001 by 1");
        refused(TestPhotos.pngClaiming(1, 5), "shows nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<html><script>alert(1)</script></html>",
                "PK\u0003\u0004zip",
                "GIF89a",
                "RIFF    WEBPVP8 ",
                "<?php __HALT_COMPILER();",
                ""
            })
    void whatIsNoPhotoIsRefusedWhateverItsNameSays(String content) {
        refused(content.getBytes(StandardCharsets.ISO_8859_1), content.isEmpty() ? "is empty" : "neither");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void whatIsPackedBesideThePixelsIsNotUnpacked(String name) {
        byte[] bomb = TestPhotos.pngWithPacked(name, 256);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        maker.make(TestPhotos.plain("png", 16, 16));
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThat(maker.make(bomb).width()).isEqualTo(16);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(32L << 20);
    }

    @Test
    void aFileThatOnlyBeginsLikeAPhotoIsRefused() {
        refused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, '<', 's', 'v', 'g', '>'}, "cannot be read");
        refused(TestPhotos.pngClaiming(500, 500), "");
    }

    @Test
    void aPhotoCutShortIsRefused() {
        byte[] whole = noisy();
        refused(Arrays.copyOf(whole, whole.length / 2), "");
        refused(Arrays.copyOf(TestPhotos.plain("png", 900, 900), 300), "");
    }

    @Test
    void nothingThatFollowsThePictureIsKept() {
        byte[] photo = TestPhotos.plain("jpg", 64, 64);
        byte[] payload = "<script>alert('polyglot')</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(photo, photo.length + payload.length);
        System.arraycopy(payload, 0, both, photo.length, payload.length);

        assertThat(new String(maker.make(both).jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("polyglot");
    }

    @Test
    void moreThanTwelveMebibytesAreRefused() {
        assertThatThrownBy(() -> maker.make(new byte[PhotoMaker.BYTES_MOST + 1]))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @Test
    void brokenBytesNeverBreakAnythingElse() {
        Random random = new Random(3);
        byte[] whole = TestPhotos.withExif(80, 60, 6);
        for (int i = 0; i < 400; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j < 5; j++) {
                broken[3 + random.nextInt(broken.length - 3)] = (byte) random.nextInt();
            }
            try {
                assertThat(maker.make(broken).jpeg()).isNotEmpty();
            } catch (Problem problem) {
                assertThat(problem.status()).isEqualTo(422);
            }
        }
    }

    private static byte[] noisy() {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int i = 0; i < 90_000; i++) {
            image.setRGB(i % 300, i / 300, random.nextInt());
        }
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
