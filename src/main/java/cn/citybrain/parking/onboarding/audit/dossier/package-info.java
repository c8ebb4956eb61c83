/**
 * The dossier (卷宗) of an application: its whole story up to a point as one file, for one click and for a period. The same
 * point gives the same bytes.
 */
package cn.citybrain.parking.onboarding.audit.dossier;
