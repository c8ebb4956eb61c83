package cn.citybrain.parking.onboarding.document.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Draws on white. */
final class Drawing {

    private Drawing() {}

    /** What is drawn. */
    interface Strokes {
        void draw(Graphics2D pen);
    }

    /** A picture of this size, at least one dot. */
    static BufferedImage on(double width, double height, Strokes strokes) {
        BufferedImage paper = new BufferedImage(
                Math.max(1, (int) Math.round(width)),
                Math.max(1, (int) Math.round(height)),
                BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        strokes.draw(pen);
        pen.dispose();
        return paper;
    }

    /** The same picture in another size. Down to less than half it goes by halves: else dots would be left out. */
    static BufferedImage scaled(BufferedImage image, double scale) {
        if (scale < 0.5) {
            return scaled(scaled(image, 0.5), scale * 2);
        }
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return on(width, height, pen -> pen.drawImage(image, 0, 0, width, height, null));
    }
}
