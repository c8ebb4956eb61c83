package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.util.Base64;

/**
 * An uploaded picture or paper.
 *
 * @param base64 its bytes
 */
public record MediaFile(String id, String fileName, String base64) {

    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    public String contentType() {
        String name = fileName.toLowerCase();
        return name.endsWith("png")
                ? "image/png"
                : name.endsWith("bmp")
                        ? "image/bmp"
                        : name.endsWith("pdf") ? "application/pdf" : name.endsWith("gif") ? "image/gif" : "image/jpeg";
    }
}
