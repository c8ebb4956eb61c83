package cn.citybrain.parking.onboarding.masterdata.sheet;

import org.springframework.modulith.NamedInterface;

/** What a column holds, as far as a spreadsheet can spoil it. */
@NamedInterface("services")
public enum Content {
    /** Names and addresses: full-width characters belong to them. */
    TEXT,
    /** Codes, ids and mail addresses: no blanks, no full-width letters or digits, never a number to calculate with. */
    CODE,
    /** A {@link #CODE} that can begin with the 0 of an area. */
    PHONE,
    /** A whole number from 0. */
    WHOLE,
    /** A decimal fraction, as coordinates are; 15 digits at most, as many as spreadsheets keep. */
    DECIMAL,
    /** A day; read as {@code 2026-11-29}. */
    DATE
}
