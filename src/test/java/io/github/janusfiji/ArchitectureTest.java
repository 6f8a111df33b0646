/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the table of packages in {@code docs/architecture.md} true. */
class ArchitectureTest {

	private static final String ROOT = "io.github.janusfiji";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(
			ROOT);

	/** Programs of {@code src/tools/java}, with the tests they are compiled with. */
	private static final JavaClasses TOOLS = new ClassFileImporter()
		.withImportOption(new ImportOption.OnlyIncludeTests()).importPackages(ROOT +
			".sample", ROOT + ".demo");

	/** Which packages of Janus each package may use, beside itself. */
	private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
		Map.entry("task", List.of()),
		Map.entry("tensor", List.of()),
		Map.entry("frames", List.of("pixels", "task")),
		Map.entry("provenance", List.of("provenance.c2pa", "provenance.watermark",
			"frames", "task")),
		Map.entry("provenance.c2pa", List.of("task")),
		Map.entry("provenance.watermark", List.of("pixels")),
		Map.entry("nn", List.of("tensor", "task")),
		Map.entry("nn.nd4j", List.of("nn", "tensor")),
		Map.entry("nn.cuda", List.of("nn", "tensor")),
		Map.entry("nn.onednn", List.of("nn", "nn.nd4j", "natives", "tensor")),
		Map.entry("colour", List.of()),
		Map.entry("natives", List.of()),
		Map.entry("geometry", List.of()),
		Map.entry("pixels", List.of("geometry")),
		Map.entry("landmark", List.of("geometry", "pixels", "natives", "task")),
		Map.entry("face", List.of("landmark", "geometry", "pixels", "natives",
			"frames", "task")),
		Map.entry("faceset", List.of("face", "geometry", "frames", "provenance",
			"task")),
		Map.entry("model", List.of("nn", "tensor", "faceset", "face", "geometry",
			"pixels", "frames", "provenance", "task")),
		Map.entry("swap", List.of("model", "faceset", "face", "geometry", "pixels",
			"colour", "frames", "tensor", "provenance", "provenance.watermark", "blink",
			"eyestate", "task")),
		Map.entry("dissect", List.of("model", "faceset", "face", "geometry", "colour",
			"frames", "tensor", "provenance", "task")),
		Map.entry("compare", List.of("face", "geometry", "frames", "provenance", "task")),
		Map.entry("measure", List.of("faceset", "face", "geometry", "pixels", "colour",
			"natives", "frames", "task")),
		Map.entry("eyestate", List.of("pixels", "tensor", "task")),
		Map.entry("blink", List.of("eyestate", "face", "geometry", "pixels", "frames",
			"provenance", "task")),
		Map.entry("blink.report", List.of("blink", "face", "geometry", "task")),
		Map.entry("blink.training", List.of("blink", "eyestate", "face", "frames",
			"provenance", "task")),
		Map.entry("detect", List.of("blink", "swap", "nn", "natives", "tensor", "face",
			"geometry", "frames", "provenance", "task")),
		Map.entry("assess", List.of("detect", "measure", "swap", "model", "faceset",
			"face", "frames", "provenance", "task")),
		Map.entry("archive", List.of("faceset", "frames", "provenance", "task")),
		Map.entry("host", List.of("dialog", "task")),
		Map.entry("dialog", List.of("task")));

	/** Packages in which no two types need each other, on whatever way. */
	private static final List<String> CIRCLE_FREE = List.of("task", "tensor",
		"frames", "provenance", "provenance.c2pa", "provenance.watermark", "nn",
		"nn.cuda", "nn.nd4j", "nn.onednn", "colour", "natives", "geometry", "pixels", "landmark",
		"face", "faceset", "model", "dissect", "compare", "measure", "eyestate",
		"blink", "blink.report", "blink.training", "detect", "assess", "host",
		"dialog", "command");

	@TestFactory
	List<DynamicTest> packagesUseOnlyWhatTheTableAllows() {
		final var tests = new ArrayList<DynamicTest>();
		MAY_USE.forEach((name, others) -> tests.add(DynamicTest.dynamicTest(name,
			() -> {
				final var allowed = new ArrayList<>(List.of(ROOT + "." + name));
				others.forEach(other -> allowed.add(ROOT + "." + other));
				classes().that().resideInAPackage(ROOT + "." + name).should()
					.onlyDependOnClassesThat().resideInAnyPackage(outsideAnd(allowed))
					.check(CLASSES);
			})));
		return tests;
	}

	@Test
	void toolsUseTheProductAsOthersWould() {
		classes().that().resideInAPackage(ROOT + ".sample").and()
			.haveSimpleNameNotEndingWith("Test").should()
			.onlyDependOnClassesThat().resideInAnyPackage(outsideAnd(packages(
				"sample", "face", "frames", "geometry", "provenance", "task"))).check(TOOLS);
		classes().that().resideInAPackage(ROOT + ".demo").should()
			.onlyDependOnClassesThat().resideInAnyPackage(outsideAnd(packages("",
				"demo", "host", "swap", "blink", "blink.report", "model", "faceset",
				"face", "frames", "provenance", "task"))).check(TOOLS);
	}

	@Test
	void everyPackageIsInTheTable() {
		final var known = new ArrayList<>(List.of(ROOT, ROOT + ".command"));
		MAY_USE.keySet().forEach(name -> known.add(ROOT + "." + name));
		classes().should().resideInAnyPackage(known.toArray(String[]::new)).check(
			CLASSES);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	/** A newcomer can read the types of a package one after the other. */
	@TestFactory
	List<DynamicTest> typesHaveNoCycles() {
		return CIRCLE_FREE.stream().map(name -> DynamicTest.dynamicTest(name,
			() -> slices().assignedFrom(topLevelTypes(name)).should().beFreeOfCycles()
				.check(CLASSES))).toList();
	}

	private static SliceAssignment topLevelTypes(final String name) {
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(final JavaClass type) {
				return type.getPackageName().equals(ROOT + "." + name)
					? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
					: SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "types of " + name;
			}
		};
	}

	/** Command, host and dialog alone know that there is a screen. */
	@Test
	void theCoreNeverOpensWindows() {
		noClasses().that().resideOutsideOfPackages(ROOT + ".command", ROOT +
			".host", ROOT + ".dialog").should().dependOnClassesThat()
			.resideInAnyPackage("javax.swing..", "java.awt.event..").orShould()
			.dependOnClassesThat().haveNameMatching("java\\.awt\\.(Component|" +
				"Container|Window|Frame|Dialog|Panel|Robot|Toolkit)|ij\\.gui\\." +
				"\\w*(Window|Dialog)").check(CLASSES);
	}

	@Test
	void onlyReportsAndMarksAreDrawn() {
		noClasses().that().resideOutsideOfPackages(packages("command", "host",
			"dialog", "assess", "blink.report", "blink.training", "detect", "face",
			"measure", "swap").toArray(String[]::new)).should().dependOnClassesThat()
			.resideInAPackage("ij.gui..").check(CLASSES);
	}

	/** In Turkish, "MIXUP" in lower case is no "mixup". */
	@Test
	void namesAreTheSameInEveryLanguage() {
		for (final String method : List.of("toLowerCase", "toUpperCase"))
			noClasses().should().callMethod(String.class, method).check(CLASSES);
		noClasses().should().callMethod(String.class, "getBytes").check(CLASSES);
	}

	/** All others would have to do again what it does against loss of data. */
	@Test
	void onlyOnePlaceMovesFiles() {
		// A model's backups are renamed once the new model has its name; a key must
		// replace none and be read by nobody else at any time; the seal replaces an
		// output that is still under construction.
		noClasses().that().resideOutsideOfPackage(ROOT + ".task").and()
			.doNotHaveSimpleName("Checkpoint").and().doNotHaveSimpleName("KeyRing")
			.and().doNotHaveSimpleName("SyntheticSeal").should().callMethodWhere(
				target(owner(type(Files.class))).and(target(nameMatching("move"))))
			.check(CLASSES);
	}

	private static List<String> packages(final String... names) {
		return Arrays.stream(names).map(name -> name.isEmpty() ? ROOT : ROOT + "." +
			name).toList();
	}

	/** Threads of all others might keep the program from ending. */
	@Test
	void onlyOnePlaceBeginsThreads() {
		noClasses().that().resideOutsideOfPackage(ROOT + ".task").should()
			.dependOnClassesThat().areAssignableTo(Executors.class).orShould()
			.callConstructorWhere(target(owner(type(Thread.class)))).check(CLASSES);
	}

	private static String[] outsideAnd(final List<String> allowed) {
		final var all = new ArrayList<>(List.of("java..", "javax..", "ij..",
			"net.imglib2..", "org.scijava..", "org.nd4j..", "org.bytedeco..", "com.sun.jna..",
			"com.google.gson..", "org.slf4j..", "org.deeplearning4j..",
				"org.apache.commons.math3.."));
		all.addAll(allowed);
		return all.toArray(String[]::new);
	}
}
