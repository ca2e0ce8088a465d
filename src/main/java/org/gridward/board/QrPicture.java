package org.gridward.board;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code of level Q (a quarter may be dirty or torn) with its quiet zone, as SVG or PNG. */
public final class QrPicture {

    private final BitMatrix cells;

    private QrPicture(BitMatrix cells) {
        this.cells = cells;
    }

    /** The picture of an address. */
    public static QrPicture of(String address) {
        try {
            return new QrPicture(new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 4)));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds " + address.length() + " characters", tooLong);
        }
    }

    /** One path of dark runs on white; as large as the paper it stands on. */
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < cells.getHeight(); y++) {
            for (int x = 0; x < cells.getWidth(); x++) {
                int end = x;
                while (end < cells.getWidth() && cells.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                    x = end;
                }
            }
        }
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>")
                .formatted(cells.getWidth(), cells.getHeight(), cells.getWidth(), cells.getHeight(), path);
    }

    /** A square picture of at least so many pixels; each cell is the same whole number of them. */
    public byte[] png(int pixels) {
        int cell = Math.max(1, (pixels + cells.getWidth() - 1) / cells.getWidth());
        BufferedImage image =
                new BufferedImage(cells.getWidth() * cell, cells.getHeight() * cell, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, cells.get(x / cell, y / cell) ? 0x000000 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
