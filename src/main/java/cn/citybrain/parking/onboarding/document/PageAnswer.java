package cn.citybrain.parking.onboarding.document;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a page of a paper is handed out: as the picture that it is, for nobody's cache, without any right in the browser. */
public final class PageAnswer {

    private PageAnswer() {}

    /**
     * @param page from 1
     * @param jpeg of that page
     * @param download whether it is to be kept, not shown
     */
    public static ResponseEntity<byte[]> of(String fileName, int page, byte[] jpeg, boolean download) {
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(FileNames.ofPage(FileNames.plain(fileName), page), StandardCharsets.UTF_8)
                .build();
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDisposition(disposition);
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        return ResponseEntity.ok()
                .headers(headers)
                .contentType(MediaType.IMAGE_JPEG)
                .body(jpeg);
    }
}
