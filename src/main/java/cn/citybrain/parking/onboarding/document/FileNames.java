package cn.citybrain.parking.onboarding.document;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of files, as harmless as names can be: the last part of a path, without what cannot be seen, turns the direction of
 * the text, or means something to a file system or a spreadsheet.
 */
final class FileNames {

    private static final int LONGEST = 80;
    private static final String NAMELESS = "图片";

    /** What Windows takes for devices, with any ending. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileNames() {}

    /** @param name what a browser says, null if nothing */
    static String plain(String name) {
        String said = name == null ? "" : name;
        String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        String visible = last.codePoints()
                .filter(FileNames::isVisible)
                .mapToObj(sign -> "<>:\"|?*".indexOf(sign) < 0 ? Character.toString(sign) : "_")
                .collect(Collectors.joining());
        String plain = shortened(visible.replaceAll("\\s+", " ").replaceAll("^[\\s.=+@-]+|[\\s.]+$", ""));
        if (plain.isEmpty()) {
            return NAMELESS;
        }
        return DEVICES.contains(base(plain).toLowerCase(Locale.ROOT)) ? "_" + plain : plain;
    }

    /**
     * What a page is called that was made of the file.
     *
     * @param page from 1
     */
    static String ofPage(String name, int page) {
        return base(name) + (page == 1 ? "" : "-" + page) + ".jpg";
    }

    private static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Neither control nor format characters (bidi among them), nor half of a character, nor what nobody has assigned. */
    private static boolean isVisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The ending stays. */
    private static String shortened(String name) {
        int[] signs = name.codePoints().toArray();
        if (signs.length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        return new String(signs, 0, LONGEST - ending.length()) + ending;
    }
}
