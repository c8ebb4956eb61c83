package cn.citybrain.parking.onboarding.document.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Looks through the chunks of a WebP, and copies those that make the picture. */
final class WebpFile {

    private static final int HEAD = 12;
    private static final int ALPHA = 0x10;
    private static final int ANIMATED = 0x02;
    private static final Set<String> PICTURE = Set.of("VP8X", "ALPH", "VP8 ", "VP8L");

    private final Bytes file;
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private Turn turn = Turn.NONE;
    private boolean coded;

    private WebpFile(byte[] file) {
        this.file = Bytes.little(file);
    }

    static Source of(byte[] file) {
        WebpFile webp = new WebpFile(file);
        webp.walk();
        byte[] picture = webp.chunks.toByteArray();
        byte[] clean = ByteBuffer.allocate(HEAD + picture.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + picture.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(picture)
                .array();
        return new Source("WebP", clean, 0, webp.turn);
    }

    private void walk() {
        long end = Math.min(file.length(), 8 + file.u32(4));
        for (long at = HEAD; at + 8 <= end; ) {
            long length = file.u32(at + 4);
            file.require(at + 8, length);
            chunk((int) at, (int) length, file.text(at, 4));
            at += 8 + length + (length & 1);
        }
        if (!coded) {
            throw Unreadable.damaged();
        }
    }

    private void chunk(int at, int length, String type) {
        switch (type) {
            case "VP8X" -> {
                require(1 + file.u24(at + 12), 1 + file.u24(at + 15));
                requireStill(file.u8(at + 8));
            }
            case "VP8 " -> require(file.u16(at + 14) & 0x3FFF, file.u16(at + 16) & 0x3FFF);
            case "VP8L" -> require(1 + (file.u32(at + 9) & 0x3FFF), 1 + (file.u32(at + 9) >> 14 & 0x3FFF));
            case "EXIF" -> turn = Turn.ofExif(withoutName(Arrays.copyOfRange(file.all(), at + 8, at + 8 + length)));
            default -> {
                // profiles, texts, and what nobody knows
            }
        }
        if (PICTURE.contains(type)) {
            copy(at, length, type);
            coded |= type.startsWith("VP8") && !type.equals("VP8X");
        }
    }

    private static void require(long width, long height) {
        Limits.require(width, height);
        if (width * height > Limits.WEBP_PIXELS) {
            throw new Unreadable("这张 WebP 图片有 %d×%d 像素，超过 800 万像素的要请用看图软件另存为 JPG 后上传".formatted(width, height));
        }
    }

    private static void requireStill(int flags) {
        if ((flags & ANIMATED) != 0) {
            throw new Unreadable("这是 WebP 动图，请截图后另存为 JPG 或 PNG 再上传");
        }
    }

    /** Without announcing what is left out. */
    private void copy(int at, int length, String type) {
        int from = chunks.size();
        chunks.write(file.all(), at, 8 + length);
        if (type.equals("VP8X")) {
            byte[] extended = chunks.toByteArray();
            extended[from + 8] &= ALPHA;
            chunks.reset();
            chunks.writeBytes(extended);
        }
        if ((length & 1) == 1) {
            chunks.write(0);
        }
    }

    private static byte[] withoutName(byte[] exif) {
        return Bytes.big(exif).has(0, "Exif\0\0") ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }
}
