package cn.citybrain.parking.onboarding.document.picture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.slf4j.LoggerFactory;

/**
 * The program that reads files of strangers. It has no secrets, no database and little memory; whoever started it asks over
 * its input and reads over its output, and ends it when it takes too long. It ends itself when nobody is there any more.
 */
public final class PictureReader {

    private PictureReader() {}

    public static void main(String[] arguments) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        quiet();
        ImageIO.setUseCache(false);
        Exchange.READY.write(out);
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        for (int asked = in.read(); asked >= 0; asked = in.read()) {
            answer(Exchange.of(asked), in, out);
        }
    }

    /** What libraries say of a file is nobody's business. */
    private static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    private static void answer(Exchange asked, DataInputStream in, DataOutputStream out) throws IOException {
        List<byte[]> files = Exchange.files(in);
        try {
            if (asked == Exchange.PAGES) {
                give(Papers.pages(files.get(0)), out);
            } else {
                int smallest = in.readInt();
                int largest = in.readInt();
                give(List.of(Fitting.together(files, smallest, largest)), out);
            }
        } catch (Unreadable refusal) {
            refuse(refusal.getMessage(), out);
        } catch (RuntimeException | StackOverflowError anything) {
            refuse("文件的结构有误，无法打开。请重新导出或另存为图片后上传", out);
        }
    }

    private static void give(List<Page> pages, DataOutputStream out) throws IOException {
        out.write(Exchange.PAGES.ordinal());
        List<byte[]> jpegs = new ArrayList<>();
        pages.forEach(page -> jpegs.add(page.jpeg()));
        Exchange.files(jpegs, out);
        for (Page page : pages) {
            out.writeInt(page.width());
            out.writeInt(page.height());
        }
        out.flush();
    }

    private static void refuse(String message, DataOutputStream out) throws IOException {
        out.write(Exchange.REFUSED.ordinal());
        out.writeUTF(message);
        out.flush();
    }
}
