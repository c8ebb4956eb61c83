package cn.citybrain.parking.onboarding.document.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that are taken, recognised by their first bytes, whatever they are called. */
public enum FileKind {
    JPEG("image/jpeg", "FFD8FF"),
    PNG("image/png", "89504E470D0A1A0A"),
    BMP("image/bmp", "424D"),
    WEBP("image/webp", "52494646"),
    TIFF("image/tiff", "49492A00"),
    TIFF_BIG_ENDIAN("image/tiff", "4D4D002A"),
    PDF("application/pdf", "25504446");

    private static final int LONGEST_HEAD = 1024;

    /** What bears the letters of the format's name somewhere in its head, and what to do with it. */
    private static final Map<String, String> OTHERS = Map.of(
            "GIF8", "这是 GIF 动图，请截图后另存为 JPG 或 PNG 再上传",
            "OFD.xml", "这是 OFD 版式文件，请用阅读器导出为 PDF 或图片后上传",
            "[Content_Types].xml", "这是 Office 文档，请另存为 PDF 后上传",
            "Rar!", "这是压缩包，请解压后逐个上传其中的图片");

    /** Brands of files that hold HEVC or AV1 pictures. */
    private static final List<String> HEIF =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private final String mediaType;
    private final byte[] magic;

    FileKind(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = HexFormat.of().parseHex(magic);
    }

    public String mediaType() {
        return mediaType;
    }

    /** @throws Unreadable if it is none of them, with what to do instead */
    public static FileKind of(byte[] file) {
        return Arrays.stream(values())
                .filter(kind -> Arrays.equals(kind.magic, Arrays.copyOf(file, kind.magic.length)))
                .filter(kind -> kind != WEBP || Bytes.big(file).has(8, "WEBP"))
                .findFirst()
                .or(() -> pdfBehindSomething(file))
                .orElseThrow(() -> new Unreadable(instead(file)));
    }

    /** Some programs write a line before it; viewers look for it in the first kilobyte. */
    private static Optional<FileKind> pdfBehindSomething(byte[] file) {
        return head(file).contains("%PDF-") ? Optional.of(PDF) : Optional.empty();
    }

    private static String instead(byte[] file) {
        String head = head(file);
        if (head.startsWith("ftyp", 4)
                && HEIF.stream().anyMatch(head.substring(0, Math.min(40, head.length()))::contains)) {
            return "这是 HEIC 格式的照片，这个浏览器和系统都不能转换。请用 Safari 浏览器上传；或在 iPhone 的“设置→相机→格式”里选“兼容性最佳”后重新拍照，"
                    + "或把照片另存为 JPG 后上传";
        }
        if (head.startsWith("PK\003\004") && !head.contains("OFD.xml") && !head.contains("[Content_Types].xml")) {
            return "这是压缩包或 Office 文档，请解压后逐个上传图片，文档请另存为 PDF 后上传";
        }
        return OTHERS.entrySet().stream()
                .filter(other -> head.contains(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("文件不是可识别的图片，只接受 JPG、PNG、BMP、WebP、TIFF 格式的照片或扫描件，以及 PDF");
    }

    private static String head(byte[] file) {
        return new String(file, 0, Math.min(LONGEST_HEAD, file.length), StandardCharsets.ISO_8859_1);
    }
}
