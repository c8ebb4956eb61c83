/**
 * Puts text, tables and process diagrams on the pages of a PDF: the same content gives the same bytes, on every node and with
 * every Java. Knows nothing of what it prints.
 */
package cn.citybrain.parking.onboarding.audit.dossier.print;
