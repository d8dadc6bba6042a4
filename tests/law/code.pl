#!/usr/bin/perl
# tests/law/code.pl FILE...: C without comments and without what stands in quotes, as FILE:LINE:code.
# With -s the quoted texts stay. Preprocessor lines stay as they are.
use strict;
use warnings;

my $keep = @ARGV && $ARGV[0] eq '-s' && shift @ARGV;
for my $file (@ARGV) {
	open my $in, '<', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	$text =~ s{(/\*.*?\*/|//[^\n]*)|(^[ \t]*\#[ \t]*include[^\n]*)|("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')}
	    {defined $1 ? $1 =~ s/[^\n]//gr : defined $2 ? $2 : $keep ? $3 : '""'}gsme;
	my $n = 0;
	print map { $n++; /\S/ ? "$file:$n:$_\n" : () } split /\n/, $text;
}
