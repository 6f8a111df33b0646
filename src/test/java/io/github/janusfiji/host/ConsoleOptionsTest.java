package io.github.janusfiji.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.task.InputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleOptionsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', value = { //
		"input='a b.mp4',size=64 | input='a b.mp4',size='64'", //
		"input=\"a b.mp4\", into=B | input='a b.mp4',into='B'", //
		"input=[a b.mp4] size=64 | input='a b.mp4',size='64'", //
		"input=/x,y.mp4 size=64 | input='/x,y.mp4',size='64'", //
		"size=64 | size='64'", //
		"mirror size=64 | mirror='true',size='64'", //
		"input='C:\\\\a\\\\b.mp4' | input='C:\\\\\\\\a\\\\\\\\b.mp4'", //
		"input='it\\\\'s' | input='it\\\\'s'" })
	void bothDialectsBecomeSciJavasList(final String given,
		final String expected) throws InputException
	{
		assertEquals(expected.replace("\\\\", "\\"), ConsoleOptions.normalize(given
			.replace("\\\\", "\\")));
	}
}
