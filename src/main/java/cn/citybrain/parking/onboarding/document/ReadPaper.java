package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.document.picture.Page;
import java.util.List;

/**
 * An uploaded file that was read and is about to be stored.
 *
 * @param fileName harmless
 * @param mediaType what its first bytes say, whatever the browser declared
 * @param content as it came
 * @param sha256 64 hex digits, of the content
 * @param pages what everybody sees of it, at least one
 */
public record ReadPaper(String fileName, String mediaType, byte[] content, String sha256, List<Page> pages) {

    @Override
    public String toString() {
        return "ReadPaper[" + mediaType + ", " + content.length + " bytes]";
    }
}
