package cn.citybrain.parking.onboarding.document.picture;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws a page whole or not at all: what PDFBox would leave out is said, and what takes too much is refused. */
final class StrictDrawer extends PageDrawer {

    private final Work work;

    StrictDrawer(PageDrawerParameters parameters, Work work) throws IOException {
        super(parameters);
        this.work = work;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        work.stroke();
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (e instanceof MissingImageReaderException) {
            throw new Unreadable("PDF 里的图片用了 JPEG 2000 压缩，系统不能转换。请另存为图片，或打印成 PDF 后上传");
        }
        super.operatorException(operator, operands, e);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        work.picture(image.getWidth(), image.getHeight());
        super.drawImage(image);
    }

    /** A node has no Chinese fonts: what is not in the file would be missing on the page. */
    @Override
    protected void showFontGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        if (!font.isEmbedded() && isHan(font.toUnicode(code)) && !has(font, code)) {
            throw new Unreadable("PDF 没有嵌入中文字体，文字会显示不出来。请导出时勾选“嵌入字体”，或另存为图片后上传");
        }
        super.showFontGlyph(rendering, font, code, displacement);
    }

    private static boolean isHan(String text) {
        return text != null && text.codePoints().anyMatch(sign -> UnicodeScript.of(sign) == UnicodeScript.HAN);
    }

    private static boolean has(PDFont font, int code) throws IOException {
        return font instanceof PDVectorFont outlines && outlines.hasGlyph(code);
    }
}
