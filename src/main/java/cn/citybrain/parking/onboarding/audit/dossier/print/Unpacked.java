package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A document's bytes without any packing: what a packer makes of the same content changes with the zlib that a Java brings or
 * finds on its machine. The fonts come packed, so the document is read once more and they are unpacked.
 */
final class Unpacked {

    private Unpacked() {}

    static byte[] bytes(PDDocument document) throws IOException {
        try (PDDocument packed = Loader.loadPDF(saved(document))) {
            COSDocument content = packed.getDocument();
            for (COSObjectKey key : content.getXrefTable().keySet()) {
                COSBase object = content.getObjectFromPool(key).getObject();
                if (object instanceof COSStream stream && stream.containsKey(COSName.FILTER)) {
                    unpack(stream);
                }
            }
            return saved(packed);
        }
    }

    private static void unpack(COSStream stream) throws IOException {
        byte[] plain;
        try (InputStream in = stream.createInputStream()) {
            plain = in.readAllBytes();
        }
        stream.removeItem(COSName.FILTER);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(plain);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }
}
