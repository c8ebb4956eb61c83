package cn.citybrain.parking.onboarding.document.picture;

import java.util.ArrayList;
import java.util.List;

/** Turns a file into its pages. */
final class Papers {

    private Papers() {}

    /**
     * The pages of a file, upright, one JPEG each.
     *
     * @throws Unreadable with what to do instead
     */
    static List<Page> pages(byte[] file) {
        FileKind kind = FileKind.of(file);
        if (kind == FileKind.PDF) {
            return PdfFile.pages(file);
        }
        List<Page> pages = new ArrayList<>();
        for (Source source : sources(kind, file)) {
            pages.add(Fitting.page(Decoder.picture(source), Limits.KEPT_BYTES));
        }
        return pages;
    }

    private static List<Source> sources(FileKind kind, byte[] file) {
        return switch (kind) {
            case JPEG -> List.of(JpegFile.of(file));
            case PNG -> List.of(PngFile.of(file));
            case BMP -> List.of(BmpFile.of(file));
            case WEBP -> List.of(WebpFile.of(file));
            case TIFF, TIFF_BIG_ENDIAN -> TiffFile.of(file);
            case PDF -> throw new IllegalArgumentException("a PDF is drawn");
        };
    }
}
