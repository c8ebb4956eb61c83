/**
 * The dossier (卷宗) of an application: its whole story up to a point as one file, for one click and for a period. The same
 * point gives the same bytes; {@code matter} reads what is told, {@code book} says it, {@code print} puts it on paper.
 */
package cn.citybrain.parking.onboarding.audit.dossier;
