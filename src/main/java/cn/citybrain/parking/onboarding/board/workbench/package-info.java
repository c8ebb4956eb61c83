/** The workbench of a lot: its calls one by one, messages, visits, a test of single messages, samples. Reads; only the lot's own vendor opens what was sent. */
package cn.citybrain.parking.onboarding.board.workbench;
