package cn.citybrain.parking.onboarding.document.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What goes over the pipe between a node and {@link PictureReader}; each begins with one byte, its number. */
public enum Exchange {
    /** The program has started. */
    READY,
    /** Asked: a file, what are its pages? Answered: JPEGs, then width and height of each. */
    PAGES,
    /** Asked: JPEGs, and the fewest and the most bytes of the picture to make of them. Answered as {@link #PAGES}. */
    FITTING,
    /** Answered: why not, in Chinese. */
    REFUSED;

    /** More than anybody sends. */
    private static final int MOST_FILES = 100;

    private static final int LARGEST = 64 * 1024 * 1024;

    /** @throws IOException if there is no such number: the pipe brought something else */
    public static Exchange of(int number) throws IOException {
        if (number < 0 || number >= values().length) {
            throw new IOException("no such exchange: " + number);
        }
        return values()[number];
    }

    void write(DataOutputStream out) throws IOException {
        out.write(ordinal());
        out.flush();
    }

    public static void files(List<byte[]> files, DataOutputStream out) throws IOException {
        out.writeInt(files.size());
        for (byte[] file : files) {
            out.writeInt(file.length);
            out.write(file);
        }
    }

    public static List<byte[]> files(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 1 || count > MOST_FILES) {
            throw new IOException("so many files: " + count);
        }
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > LARGEST) {
                throw new IOException("a file of " + length + " bytes");
            }
            byte[] file = new byte[length];
            in.readFully(file);
            files.add(file);
        }
        return files;
    }
}
