package cn.citybrain.parking.onboarding.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which papers are taken. WeChat Pay takes pictures of at most 2 MB (wechatpay.md 3.1).
 *
 * @param maxSize of one paper
 */
@ConfigurationProperties("onboarding.document")
record PaperRules(@DefaultValue("2MB") DataSize maxSize) {

    /** Checks a file by its content and returns its media type. */
    String mediaTypeOf(byte[] content) {
        if (content.length == 0) {
            throw new PaperRefused("文件是空的，请重新选择图片");
        }
        if (content.length > maxSize.toBytes()) {
            throw new PaperRefused(
                    "图片大小 %.1f MB，超过上限 %d MB，请压缩后重新上传".formatted(content.length / 1048576.0, maxSize.toMegabytes()));
        }
        PictureType type =
                PictureType.of(content).orElseThrow(() -> new PaperRefused("文件不是可识别的图片，只接受 JPG、PNG、BMP 格式的照片或扫描件"));
        PictureContent.requireWhole(content);
        return type.mediaType();
    }
}
