package cn.citybrain.parking.onboarding.audit.dossier.matter;

import java.time.Instant;

/**
 * A point of an application's story: everything up to the last thing that happened to the application. What auditors look at
 * afterwards, dossiers included, is on record but moves no story on; so it is in no dossier until something else happens.
 *
 * @param at when that was
 * @param entries how many there are up to it
 * @param digest SHA-256 of everything that the dossier tells, 64 hex digits: the same digest, the same point
 */
public record Point(Instant at, int entries, String digest) {}
