package cn.citybrain.parking.onboarding.document.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks through the directories of a TIFF, one for each page. */
final class TiffFile {

    private static final int MOST_ENTRIES = 300;
    private static final long LARGEST_PART = 128L * 1024 * 1024;
    private static final int SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES = 277;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;

    private final Bytes file;
    private final List<Source> pages = new ArrayList<>();

    private TiffFile(Bytes file) {
        this.file = file;
    }

    static List<Source> of(byte[] file) {
        TiffFile tiff = new TiffFile(Bytes.big(file).has(0, "II") ? Bytes.little(file) : Bytes.big(file));
        tiff.walk();
        if (tiff.pages.isEmpty()) {
            throw Unreadable.damaged();
        }
        return tiff.pages;
    }

    private void walk() {
        Set<Long> seen = new HashSet<>();
        int index = 0;
        for (long at = file.u32(4); at != 0; index++) {
            if (!seen.add(at)) {
                throw Unreadable.damaged();
            }
            int entries = file.u16(at);
            if (entries > MOST_ENTRIES) {
                throw Unreadable.damaged();
            }
            directory(at + 2, entries, index);
            if (pages.size() > Limits.PAGES) {
                throw new Unreadable("这份 TIFF 超过 " + Limits.PAGES + " 页，请拆分后上传需要的页");
            }
            at = file.u32(at + 2 + 12L * entries);
        }
    }

    private void directory(long at, int entries, int index) {
        long width = value(at, entries, WIDTH, 0);
        long height = value(at, entries, HEIGHT, 0);
        // a smaller copy of a page is no page
        if ((value(at, entries, SUBFILE, 0) & 1) == 1) {
            return;
        }
        Limits.require(width, height);
        long dot = Math.max(1, value(at, entries, SAMPLES, 1)) * Math.max(8, value(at, entries, BITS, 8)) / 8;
        long tile = value(at, entries, TILE_WIDTH, 0) * value(at, entries, TILE_HEIGHT, 0);
        if (dot > 8 || Math.max(width, tile) * dot > LARGEST_PART) {
            throw Unreadable.tooLarge(width, height);
        }
        pages.add(new Source("TIFF", file.all(), index, Turn.of((int) value(at, entries, ORIENTATION, 1))));
    }

    /** The first number of an entry; of a list elsewhere in the file, its first. */
    private long value(long at, int entries, int tag, long otherwise) {
        for (int entry = 0; entry < entries; entry++) {
            long here = at + 12L * entry;
            if (file.u16(here) == tag) {
                boolean isShort = file.u16(here + 2) == 3;
                long count = file.u32(here + 4);
                boolean elsewhere = count * (isShort ? 2 : 4) > 4;
                long where = elsewhere ? file.u32(here + 8) : here + 8;
                return isShort ? file.u16(where) : file.u32(where);
            }
        }
        return otherwise;
    }
}
