package cn.citybrain.parking.onboarding.masterdata.sheet;

/** What a cell says for its column. */
public sealed interface CellValue {

    /** @param text empty for a blank cell */
    record Is(String text) implements CellValue {}

    /** @param why in Chinese, with what to do */
    record Faulty(String shown, String why) implements CellValue {}
}
