package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell of the file really holds, whatever the spreadsheet shows. */
public sealed interface Cell {

    Cell BLANK = new Blank();

    /** Nothing, or only what nobody sees. */
    record Blank() implements Cell {}

    record Text(String value) implements Cell {}

    /** @param digits at least that many are shown, with zeros in front: a number format like {@code 0000000000} */
    record Number(BigDecimal value, int digits) implements Cell {}

    record Date(LocalDate day) implements Cell {}

    /** Never evaluated. */
    record Formula(String formula) implements Cell {}

    /** @param shown like {@code #N/A} */
    record Fault(String shown) implements Cell {}

    /** Longer or larger than anything that is asked for: not worked on. */
    record Beyond(String shown) implements Cell {}
}
