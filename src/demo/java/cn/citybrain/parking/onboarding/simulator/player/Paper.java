package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A paper to upload: a picture that says what it is meant to be. */
record Paper(String fieldKey, String title) {

    /** As a paper of the application's form. */
    void upload(Web web, String applicationNo) {
        upload(web, URI.create("/api/applications/" + applicationNo + "/documents"));
    }

    /** To wherever papers of a later step go. Returns what the platform says of it. */
    JsonNode upload(Web web, URI address) {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fieldKey
                + ".png\"\r\nContent-Type: image/png\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(png());
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return Web.json(web.send(
                "POST",
                address + "?field=" + fieldKey,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private byte[] png() {
        BufferedImage picture = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xF6F1E4));
        pen.fillRect(0, 0, 640, 400);
        pen.setColor(new Color(0x8C2F1B));
        pen.drawRect(14, 14, 611, 371);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
        pen.drawString(title, 60, 190);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        pen.drawString("演示样张，不是真实证件", 60, 240);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
