/// Common names, put together by chance: whoever bears one of them is nobody in particular.
let womensNames = [
    "Amal", "Amina", "Anna", "Asma", "Birgit", "Dilan", "Elena", "Elif", "Elsa", "Emma", "Fatima", "Freja", "Hana",
    "Helena", "Ida", "Irina", "Johanna", "Josefin", "Kristina", "Layla", "Lena", "Leyla", "Lina", "Maja", "Malin",
    "Mariam", "Marie", "Mona", "Natalia", "Noor", "Olena", "Rahel", "Rania", "Sara", "Selam", "Sofia", "Tove", "Ulrika",
    "Yasmin", "Zahra",
]

let mensNames = [
    "Abdi", "Adam", "Ahmed", "Ali", "Amir", "Anders", "Anton", "Björn", "Daniel", "David", "Elias", "Emil", "Farid",
    "Filip", "Hamid", "Hassan", "Hugo", "Ibrahim", "Isak", "Ivan", "Jamal", "Johan", "Jonas", "Kidane", "Lukas",
    "Magnus", "Mikael", "Milad", "Nils", "Oleksandr", "Omar", "Oskar", "Peter", "Reza", "Robel", "Samuel", "Simon",
    "Viktor", "Yonas", "Yusuf",
]

let familyNames = [
    "Abdullah", "Ahmadi", "Ali", "Andersson", "Asghari", "Berg", "Bergqvist", "Bondarenko", "Carlsson", "Dahl",
    "Demir", "Eklund", "Ekström", "Eriksson", "Farah", "Fransson", "Gebre", "Gustafsson", "Haddad", "Haile", "Hansson",
    "Hassan", "Holm", "Hosseini", "Hussein", "Ibrahim", "Isaksson", "Jansson", "Johansson", "Karimi", "Karlsson",
    "Kaya", "Kovalenko", "Larsson", "Lind", "Lindqvist", "Lundgren", "Mehari", "Mohamed", "Mohammadi", "Molin",
    "Moradi", "Nilsson", "Nordin", "Nyström", "Olsson", "Osman", "Persson", "Petrenko", "Rahimi", "Rask", "Saleh",
    "Sandberg", "Sjöberg", "Strand", "Svensson", "Tesfay", "Wallin", "Yilmaz", "Åberg", "Åkesson", "Öberg",
]
