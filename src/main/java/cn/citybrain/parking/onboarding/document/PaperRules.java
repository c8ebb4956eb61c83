package cn.citybrain.parking.onboarding.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large papers may be. What a channel takes at most is the channel's matter: it gets a picture of its own.
 *
 * @param maxSize of one file; {@code spring.servlet.multipart.max-file-size} lies above it
 * @param inFlight of all uploads that are under way at a node
 */
@ConfigurationProperties("onboarding.document")
record PaperRules(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue("64MB") DataSize inFlight) {

    /** @throws PaperRefused if the file is empty or too big */
    void requireSize(byte[] content) {
        if (content.length == 0) {
            throw new PaperRefused("文件是空的，请重新选择图片");
        }
        if (content.length > maxSize.toBytes()) {
            throw new PaperRefused(
                    "文件大小 %.1f MB，超过上限 %d MB，请压缩后重新上传".formatted(content.length / 1048576.0, maxSize.toMegabytes()));
        }
    }
}
