package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.util.Base64;
import java.util.Optional;

/** What was uploaded to one channel. An application names them by their ids. */
public final class MediaFiles {

    private final Book<MediaFile> book;

    public MediaFiles(Book<MediaFile> book) {
        this.book = book;
    }

    /** Keeps a file; its name's ending says what it is. Returns its id. */
    public String keep(String fileName, byte[] content) {
        String id = "MEDIA_" + Numbers.letters(40);
        book.put(id, new MediaFile(id, fileName, Base64.getEncoder().encodeToString(content)));
        return id;
    }

    public Optional<MediaFile> find(String id) {
        return id.length() > 200 ? Optional.empty() : book.find(id);
    }
}
