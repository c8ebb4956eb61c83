package cn.citybrain.parking.onboarding.document.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws the pages of a PDF. Nothing in it is run, opened or followed. */
final class PdfFile {

    private static final float DOTS_PER_POINT = 200f / 72;

    private PdfFile() {}

    static List<Page> pages(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            int count = document.getNumberOfPages();
            if (count == 0) {
                throw damaged();
            }
            if (count > Limits.PAGES) {
                throw new Unreadable("这份 PDF 有 %d 页，最多 %d 页，请拆分后上传需要的页".formatted(count, Limits.PAGES));
            }
            Pages renderer = new Pages(document);
            List<Page> pages = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                BufferedImage image = renderer.renderImage(index, scale(document.getPage(index)), ImageType.RGB);
                pages.add(Fitting.page(image, Limits.KEPT_BYTES));
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw new Unreadable("这份 PDF 设有打开密码，请去掉密码后重新上传");
        } catch (Unreadable refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // PDFBox throws anything at files that are none
            throw damaged();
        }
    }

    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        if (!(longest >= 1)) {
            throw damaged();
        }
        return Math.min(DOTS_PER_POINT, Limits.KEPT_SIDE / longest);
    }

    static Unreadable damaged() {
        return new Unreadable("PDF 不完整或已损坏，无法打开。请重新导出或另存为图片后上传");
    }

    /** Draws with {@link StrictDrawer}. */
    private static final class Pages extends PDFRenderer {

        private final Work work = new Work();

        Pages(PDDocument document) {
            super(document);
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new StrictDrawer(parameters, work);
        }
    }
}
