package cn.citybrain.parking.onboarding.document;

import cn.citybrain.parking.onboarding.document.apart.PictureReaders;
import cn.citybrain.parking.onboarding.document.apart.ReadersBusy;
import cn.citybrain.parking.onboarding.document.picture.FileKind;
import cn.citybrain.parking.onboarding.document.picture.Unreadable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads what people upload, before any transaction begins: reading takes as long as a stranger wants. */
@Component
public class PaperIntake {

    private final PaperRules rules;
    private final PictureReaders readers;

    PaperIntake(PaperRules rules, PictureReaders readers) {
        this.rules = rules;
        this.readers = readers;
    }

    /**
     * @param fileName what the browser says, null if nothing
     * @throws PaperRefused if it is empty, too big, or cannot be turned into pictures, with what to do instead
     * @throws ReadersBusy if too many are being read
     */
    public ReadPaper read(String fileName, byte[] content) {
        rules.requireSize(content);
        try {
            FileKind kind = FileKind.of(content);
            return new ReadPaper(
                    FileNames.plain(fileName),
                    kind.mediaType(),
                    content,
                    sha256(content),
                    readers.pages(person(), content));
        } catch (Unreadable e) {
            throw new PaperRefused(e.getMessage());
        }
    }

    private static String person() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null ? "" : login.getName();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
