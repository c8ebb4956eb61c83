package cn.citybrain.parking.onboarding.simulator.lot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** The lot's camera: a small JPEG of a plate, with the gate and the time in the picture. */
final class PhotoPainter {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final Color GREEN = new Color(0x3D9B5C);
    private static final Map<Integer, Color> PLATES =
            Map.of(1, new Color(0x1B4F9C), 2, new Color(0xE0A818), 3, Color.WHITE, 4, Color.BLACK, 5, GREEN);

    private PhotoPainter() {}

    static String base64Jpeg(String gate, String plateNo, int plateColor, Instant at) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(0x4A4F57));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            plate(pen, plateNo, PLATES.getOrDefault(plateColor, GREEN));
            pen.setColor(Color.WHITE);
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
            pen.drawString(gate + "  " + LotTime.text(at), 10, 22);
        } finally {
            pen.dispose();
        }
        return Base64.getEncoder().encodeToString(jpeg(picture));
    }

    private static void plate(Graphics2D pen, String plateNo, Color color) {
        pen.setColor(color);
        pen.fillRoundRect(50, 70, 220, 60, 10, 10);
        pen.setColor(color.equals(Color.WHITE) ? Color.BLACK : Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
        int width = pen.getFontMetrics().stringWidth(plateNo);
        pen.drawString(plateNo, 160 - width / 2, 112);
    }

    private static byte[] jpeg(BufferedImage picture) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
